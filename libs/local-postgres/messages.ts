const SET_DATABASE_URL = {
  vi: 'hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL có sẵn',
  en: 'set DATABASE_URL to a PostgreSQL server that you have',
};

/** Everything this lib says to the person who starts the system. */
export const messages = {
  folderInUse: (folder: string, pid: number): Sentence => ({
    vi: `Thư mục dữ liệu ${folder} đang được một bản Thông Vốn khác sử dụng (tiến trình ${pid}); hãy dừng bản đó hoặc đặt DATA_DIR khác.`,
    en: `The data folder ${folder} is in use by another running Thông Vốn (process ${pid}); stop that one or set another DATA_DIR.`,
  }),
  folderUnusable: (folder: string, reason: string): Sentence => ({
    vi: `Không ghi được vào thư mục dữ liệu ${folder} (${reason}); hãy sửa quyền truy cập hoặc đặt DATA_DIR khác.`,
    en: `The data folder ${folder} can't be written to (${reason}); mend its permissions or set another DATA_DIR.`,
  }),
  folderOutOfReach: (folder: string, uid: number): Sentence => ({
    vi: `PostgreSQL không được chạy với quyền root, mà người dùng thay thế (uid ${uid}) không vào được ${folder}; hãy đặt DATA_DIR ở nơi người dùng đó vào được.`,
    en: `PostgreSQL refuses to run as root and the user it runs as instead (uid ${uid}) can't reach ${folder}; set DATA_DIR to a place that user can reach.`,
  }),
  noDatabaseUser: (): Sentence => ({
    vi: 'PostgreSQL không được chạy với quyền root và máy này không có người dùng postgres hay nobody để chạy thay; hãy khởi động bằng một người dùng thường.',
    en: 'PostgreSQL refuses to run as root and this machine has neither a user postgres nor nobody to run it as; start as an ordinary user.',
  }),
  noBinaries: (platform: string): Sentence => ({
    vi: `Không có PostgreSQL dựng sẵn cho máy này (${platform}); ${SET_DATABASE_URL.vi}.`,
    en: `There is no ready-made PostgreSQL for this machine (${platform}); ${SET_DATABASE_URL.en}.`,
  }),
  binariesDoNotRun: (folder: string, reason: string): Sentence => ({
    vi: `PostgreSQL trong ${folder} không chạy được trên máy này (${reason}); ${SET_DATABASE_URL.vi}.`,
    en: `The PostgreSQL in ${folder} doesn't run on this machine (${reason}); ${SET_DATABASE_URL.en}.`,
  }),
  clusterDamaged: (folder: string, missing: string): Sentence => ({
    vi: `Cơ sở dữ liệu trong ${folder} không còn nguyên vẹn (thiếu hoặc hỏng ${missing}); hãy khôi phục từ bản sao lưu, hoặc chuyển thư mục đó đi nơi khác để bắt đầu mới.`,
    en: `The database in ${folder} is not whole (${missing} is missing or damaged); restore it from a backup, or move that folder away to begin anew.`,
  }),
  clusterOfOtherVersion: (folder: string, found: string, needed: string): Sentence => ({
    vi: `Cơ sở dữ liệu trong ${folder} thuộc PostgreSQL ${found}, còn bản này dùng PostgreSQL ${needed}; hãy chuyển dữ liệu bằng pg_dump từ bản cũ.`,
    en: `The database in ${folder} belongs to PostgreSQL ${found} and this version runs PostgreSQL ${needed}; carry the data over with pg_dump from the old one.`,
  }),
  initialisationFailed: (folder: string, reason: string): Sentence => ({
    vi: `Không tạo được cơ sở dữ liệu trong ${folder}: ${reason}`,
    en: `The database in ${folder} can't be created: ${reason}`,
  }),
  otherServer: (folder: string, pid: number): Sentence => ({
    vi: `Một tiến trình PostgreSQL khác (${pid}), không do Thông Vốn khởi động, đang giữ ${folder}; hãy dừng tiến trình đó.`,
    en: `Another PostgreSQL process (${pid}), not started by Thông Vốn, holds ${folder}; stop that process.`,
  }),
  doesNotStop: (pid: number): Sentence => ({
    vi: `Tiến trình PostgreSQL cũ (${pid}) không dừng; hãy dừng nó rồi khởi động lại.`,
    en: `The former PostgreSQL process (${pid}) doesn't stop; end it and start again.`,
  }),
  doesNotStart: (log: string, reason: string): Sentence => ({
    vi: `PostgreSQL không khởi động được (xem ${log}): ${reason}`,
    en: `PostgreSQL doesn't start (see ${log}): ${reason}`,
  }),
};

/** One sentence for a person, Vietnamese first. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** The system can't start for a reason that its operator can mend; nothing has been damaged. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

/** The system's name for what went wrong, as `EACCES`; the error itself as text when it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
