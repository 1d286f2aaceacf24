import type { Text } from '../../model/text.ts';

/** An input that could not be checked, and why. */
export interface Problem {
  /** As shown to people. */
  readonly path: string;
  readonly reason: Text;
}

/** Only these are read, so that a mistyped command does not report on a whole other file. */
export const notJourney: Text = {
  en: 'not a journey: the name does not end in .journey',
  ja: 'ジャーニーのファイルではありません(名前が .journey で終わっていません)',
};

/** Most likely an unset variable of a shell; the current folder is not what was meant. */
export const emptyPath: Text = { en: 'an empty path', ja: 'パスが空です' };

/** What the operating system says about a file, in plain words. */
export function errorText(error: unknown): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = reasons[code];
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  return { en: message, ja: message };
}

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'no such file or folder', ja: 'ファイルまたはフォルダーがありません' },
  EACCES: { en: 'permission denied', ja: 'アクセス権がありません' },
  EPERM: { en: 'permission denied', ja: 'アクセス権がありません' },
  EISDIR: { en: 'this is a folder', ja: 'フォルダーです' },
  ENOTDIR: { en: 'a part of the path is not a folder', ja: 'パスの途中がフォルダーではありません' },
  // What is said when a folder is to be made where there is a file.
  EEXIST: { en: 'a part of the path is not a folder', ja: 'パスの途中がフォルダーではありません' },
  ELOOP: { en: 'a symbolic link that leads back to itself', ja: 'シンボリックリンクが循環しています' },
  ENAMETOOLONG: { en: 'the name is too long', ja: '名前が長すぎます' },
  EMFILE: { en: 'too many files are open', ja: '開いているファイルが多すぎます' },
  ENOSPC: { en: 'no space is left on the device', ja: 'ディスクの空き容量がありません' },
  EROFS: { en: 'the file system is read-only', ja: '読み取り専用のファイルシステムです' },
  ECONNREFUSED: { en: 'no server answers at this address', ja: 'このアドレスではサーバーが応答しません' },
  ENOTFOUND: { en: 'there is no server by this name', ja: 'この名前のサーバーはありません' },
  EIO: { en: 'the device reports an error', ja: '装置で入出力エラーが起きました' },
  EBADF: { en: 'it is closed', ja: '閉じられています' },
};
