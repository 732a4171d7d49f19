/** Where an export goes: a folder, or whatever else keeps files. A path is relative, and its parts are divided by `/`. */
export interface ExportSink {
  /** Begins the file, or goes on with it. */
  append(path: string, content: string | Uint8Array): void;
}
