import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity({
  schema: 'returns',
  name: 'return_file',
  comment: 'The files of returns that came as several, in their order; append-only',
})
@Unique('return_file_once', ['returnId', 'fileSha256'])
export class ReturnFile {
  @ForeignKey('Return')
  @PrimaryColumn('uuid')
  returnId: string;

  @PrimaryColumn('integer')
  place: number;

  @Column('text')
  fileName: string;

  @ForeignKey('StoredFile')
  @Column('text')
  fileSha256: string;
}
