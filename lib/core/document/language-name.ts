/** "Russian" for `rus`; the code itself where the platform does not know it. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code
}
