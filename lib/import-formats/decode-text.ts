import { analyse } from 'chardet'
import { fileTypeFromBuffer } from 'file-type'

/** `found`: what its first bytes say that it is ("pdf"), null when they say nothing. */
export type NotText = { readonly kind: 'rejected'; readonly reason: 'not-text'; readonly found: string | null }

type Decoded = { readonly kind: 'text'; readonly text: string; readonly encoding: string } | NotText

// Texts hold a stray control character; programs and pictures hold them everywhere (random bytes: 10 %).
const MOST_CONTROLS = 0.02
// In UTF-16 read rightly, nearly all units belong to the alphabets of Europe and its neighbours or to punctuation.
const LEAST_PLAUSIBLE = 0.95
const SAMPLE_BYTES = 64_000
// Formats whose bytes are text, and that are no prose for all that.
const TEXTUAL_CONTAINERS = new Set(['pdf', 'rtf', 'ps', 'eps', 'xml', 'svg'])
// Formats whose first bytes are no letters: no prose begins so, even if most of the file is text that is not compressed.
const BINARY_CONTAINERS = new Set(['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'cfb'])
/** What people call them by. */
const NAMES: Readonly<Record<string, string>> = { cfb: 'doc' }
/** As much as may stand before the beginning of a PDF. */
const BEFORE_PDF_BYTES = 1_024
// What legacy single-byte text is taken for; chardet's other guesses (EBCDIC, Hebrew visual …) would be noise here.
const LEGACY = new Set([
  'windows-1251',
  'windows-1252',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'ISO-8859-1',
  'ISO-8859-2',
  'ISO-8859-5',
  'ISO-8859-7',
  'ISO-8859-9',
  'KOI8-R',
])

// 0x80 to 0x9f; a dot where nothing is assigned.
const WINDOWS_1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

/** Bytes as text, by what they are and not by what the file's name says. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const marked = byteOrderMark(bytes)
  if (marked) return { kind: 'text', text: new TextDecoder(marked).decode(bytes), encoding: marked }
  const type = await fileTypeFromBuffer(bytes)
  if (type && (TEXTUAL_CONTAINERS.has(type.ext) || BINARY_CONTAINERS.has(type.ext)))
    return { kind: 'rejected', reason: 'not-text', found: NAMES[type.ext] ?? type.ext }
  if (isLatePdf(bytes)) return { kind: 'rejected', reason: 'not-text', found: 'pdf' }
  const wide = unmarkedUtf16(bytes)
  if (wide) return { kind: 'text', text: new TextDecoder(wide).decode(bytes), encoding: wide }
  // The first bytes alone decide nothing: "BMW makes cars" begins like a bitmap. So they only name what is no text.
  if (controlShare(bytes) > MOST_CONTROLS) return { kind: 'rejected', reason: 'not-text', found: type?.ext ?? null }
  return { kind: 'text', ...decodeNarrow(bytes) }
}

const isLatePdf = (bytes: Uint8Array): boolean =>
  /^%PDF-\d\.\d\s/m.test(new TextDecoder('latin1').decode(bytes.subarray(0, BEFORE_PDF_BYTES)))

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.byteLength % 2 !== 0 || !bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    if (plausible(new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES)))) return encoding
  }
  return null
}

function plausible(text: string): boolean {
  const good = text.match(/[\t\n\r\u0020-\u007e\u00a0-\u05ff\u1e00-\u206f]/g)?.length ?? 0
  return good / text.length >= LEAST_PLAUSIBLE
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls += 1
  return controls / bytes.byteLength
}

function decodeNarrow(bytes: Uint8Array): { text: string; encoding: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const guess = analyse(bytes.subarray(0, SAMPLE_BYTES)).find(({ name }) => name === 'UTF-8' || LEGACY.has(name))
    const encoding = guess?.name.toLowerCase() ?? 'windows-1252'
    const text = new TextDecoder(encoding).decode(bytes)
    return { text: encoding === 'windows-1252' || encoding === 'iso-8859-1' ? mendWindows1252(text) : text, encoding }
  }
}

// Node 20 decodes windows-1252 as Latin-1, and so turns curly quotes and dashes into control characters.
function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control)
}
