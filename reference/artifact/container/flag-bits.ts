/** The general-purpose flags that change how an entry is read. */
export const flagBits = {
  encrypted: 0x0001,
  descriptor: 0x0008,
  patched: 0x0020,
  strongEncryption: 0x0040,
  utf8: 0x0800,
  maskedHeader: 0x2000,
} as const;
