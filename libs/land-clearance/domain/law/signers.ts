import { plainDate, type PlainDate } from '@thongvon/kernel';

/** Who signs or acts: a chairman's decision, the appraising office, the compensation unit, the owner. */
export type Signer = 'chairman' | 'appraiser' | 'compensation-unit' | 'owner';

/** Data: who that is at the time. Decree 151/2025 moved the district's powers to the commune when districts ended. */
const SIGNERS: readonly {
  readonly from: PlainDate;
  readonly names: Readonly<Record<Signer, readonly [vi: string, en: string]>>;
}[] = [
  {
    from: plainDate('2014-07-01'),
    names: {
      chairman: ['Chủ tịch UBND cấp huyện', 'Chairman of the district'],
      appraiser: ['Phòng Tài nguyên và Môi trường', 'District office of natural resources'],
      'compensation-unit': ['Đơn vị bồi thường', 'Compensation unit'],
      owner: ['Chủ đầu tư', 'Project owner'],
    },
  },
  {
    from: plainDate('2025-07-01'),
    names: {
      chairman: ['Chủ tịch UBND cấp xã', 'Chairman of the commune'],
      appraiser: [
        'Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường)',
        'Economic office of the commune or ward',
      ],
      'compensation-unit': ['Đơn vị bồi thường (Trung tâm PTQĐ, Ban QLDA)', 'Compensation unit'],
      owner: ['Chủ đầu tư', 'Project owner'],
    },
  },
];

/** Who signs or acts on that day, Vietnamese and English. Undefined before July 2014. */
export function signerOn(
  { signer }: { readonly signer: Signer },
  date: PlainDate,
): readonly [vi: string, en: string] | undefined {
  return SIGNERS.findLast(({ from }) => date >= from)?.names[signer];
}
