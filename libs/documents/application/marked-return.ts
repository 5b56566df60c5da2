import { Injectable } from '@nestjs/common';
import type { Actor } from '@thongvon/organizations';
import { ViewReturn } from '@thongvon/returns';
import type { Finding } from '@thongvon/return-reader';
import { listWorkbook, WorkbookRefused, type WrittenWorkbook } from '@thongvon/workbook-io';
import { listOf, marksOf } from '../domain/finding-marks';
import { MarkingProcesses } from '../persistence/marking-processes';
import { AUTHOR, LIST_TEXTS } from '../messages/marked-return';
import type { NamedFile } from './blank-return';
import { problems } from './problems';

/** The office's own workbook back, with what was found in it. */
@Injectable()
export class MarkedReturn {
  constructor(
    private readonly returns: ViewReturn,
    private readonly marking: MarkingProcesses,
  ) {}

  /** Throws a 404 problem as the return itself, and 409 as long as it hasn't been read. */
  async of(actor: Actor, id: string): Promise<NamedFile> {
    const { status, findings } = await this.returns.view(actor, id);
    if (status === 'received' || status === 'reading') throw problems.returnNotRead();
    const { fileName, bytes } = await this.returns.file(actor, id);
    const marked = await this.mark(bytes, fileName, findings);
    return { fileName: markedName(fileName, marked.extension), bytes: marked.bytes };
  }

  private async mark(
    bytes: Buffer,
    fileName: string,
    findings: readonly Finding[],
  ): Promise<WrittenWorkbook> {
    const file = LIST_TEXTS.file(fileName);
    const list = listOf(findings, [file, LIST_TEXTS.howTo]);
    try {
      return await this.marking.mark(bytes, { author: AUTHOR, marks: marksOf(findings), list });
    } catch (error) {
      if (error instanceof WorkbookRefused)
        return listWorkbook(listOf(findings, [...LIST_TEXTS.onlyList, file]));
      throw error;
    }
  }
}

/** "bao-cao.xls" becomes "bao-cao-da-danh-dau.xlsx". */
function markedName(fileName: string, extension: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-da-danh-dau.${extension}`;
}
