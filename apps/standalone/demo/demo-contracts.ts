import { plainDate, type Dong, type PlainDate } from '@thongvon/kernel';

export interface DemoContract {
  /** Of the project. */
  readonly code: string;
  readonly contract: string;
  readonly contractor: string;
  readonly contractValue: Dong;
  readonly advance: Dong;
  readonly paidOn: PlainDate;
  readonly recoverBy: PlainDate | null;
  /** What is recovered of it, and disbursed of the contract, by the demo's last week. */
  readonly recovered: Dong;
  readonly disbursed: Dong;
  /** The last day of its guarantee, which was given when the advance was paid. */
  readonly guaranteedUntil: PlainDate;
}

/** The day of the sums that are recovered and disbursed. */
export const DEMO_FIGURES_ON = plainDate('2023-06-21');

/** Contracts of the board, invented around what its returns say of each project: one is due, one guarantee ends soon. */
export const DEMO_CONTRACTS: readonly DemoContract[] = [
  {
    code: '7869945',
    contract: '04/2023/HĐ-XL',
    contractor: 'Công ty Hạ tầng Một',
    contractValue: 12_800_000_000n,
    advance: 2_500_000_000n,
    paidOn: plainDate('2023-01-16'),
    recoverBy: plainDate('2023-05-31'),
    recovered: 1_704_647_000n,
    disbursed: 7_230_486_000n,
    guaranteedUntil: plainDate('2023-12-31'),
  },
  {
    code: '7810946',
    contract: '11/2022/HĐ-XD',
    contractor: 'Công ty Cầu đường Hai',
    contractValue: 14_500_000_000n,
    advance: 2_900_000_000n,
    paidOn: plainDate('2023-02-06'),
    recoverBy: plainDate('2023-09-30'),
    recovered: 936_467_000n,
    disbursed: 10_908_521_000n,
    guaranteedUntil: plainDate('2023-07-05'),
  },
  {
    code: '7984102',
    contract: '07/2023/HĐ-XD',
    contractor: 'Công ty Cầu đường Ba',
    contractValue: 18_600_000_000n,
    advance: 500_000_000n,
    paidOn: plainDate('2023-03-10'),
    recoverBy: null,
    recovered: 158_425_000n,
    disbursed: 1_897_639_000n,
    guaranteedUntil: plainDate('2023-08-31'),
  },
];
