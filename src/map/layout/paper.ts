/** Paper, in CSS pixels (96 to the inch): landscape. */
export const PAPER = {
  a4: { width: 1123, height: 794 },
  a3: { width: 1587, height: 1123 },
  a1: { width: 3179, height: 2245 },
  a0: { width: 4494, height: 3179 },
} as const;

export type PaperSize = keyof typeof PAPER;
