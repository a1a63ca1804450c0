import type { Span } from './document'

/** A line of a Markdown text; `text` is empty for a blank one. */
export type MarkdownLine = Span & { readonly text: string }

/** A block that is told by its lines alone, and the number of the line after it. */
export type PlainBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly span: Span; readonly next: number }
  | { readonly kind: 'paragraph'; readonly span: Span; readonly next: number }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly members: readonly Span[]
      readonly span: Span
      readonly next: number
    }

// "# Heading" without closing marks.
const HEADING = /^(#{1,6})[ \t]+([^\s#](?:.*[^\s#])?)$/
// What begins with a letter, a quotation mark or a bare number is running text wherever it stands.
const PLAIN = /^(?:[\p{L}“"‘'(]|\d+(?![\d.)]))/u
const MEMBER = /^([-*+]|\d{1,9}[.)]) {1,4}(?=(?:\*\*|[*_])?\p{L})/u

/** Lines from an offset on. */
export function markdownLines(text: string, from: number): MarkdownLine[] {
  let start = from
  return text
    .slice(from)
    .split('\n')
    .map((line) => {
      const end = start + line.length
      const read = { text: line, start, end }
      start = end + 1
      return read
    })
}

/** The block that begins at a line which nothing above goes on into; null where only a parser can tell. */
export function plainBlockAt(lines: readonly MarkdownLine[], at: number): PlainBlock | null {
  const line = lines[at]
  if (!line) return null
  const heading = HEADING.exec(line.text)
  if (heading) {
    const [, marks = '', words = ''] = heading
    return {
      kind: 'heading',
      level: marks.length,
      span: { start: line.end - words.length, end: line.end },
      next: at + 1,
    }
  }
  if (!PLAIN.test(line.text)) return plainListAt(lines, at)
  const next = afterWords(lines, at)
  const last = lines[next - 1]
  return last && endsHere(lines[next]) ? { kind: 'paragraph', span: { start: line.start, end: last.end }, next } : null
}

/** True for a line that, after a blank one, ends every list, quote and note above it. */
export const isPlainStart = ({ text }: MarkdownLine): boolean => PLAIN.test(text) || HEADING.test(text)

/** The same, of lines that only a parser can read: at the margin, and no member of a list that could go on. */
export const startsAnew = ({ text }: MarkdownLine): boolean => /^(?!(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))\S/.test(text)

/** Members of one sign, each of plain lines, with nothing after them that could be theirs. */
function plainListAt(lines: readonly MarkdownLine[], from: number): PlainBlock | null {
  const sign = signOf(lines[from])
  const members: Span[] = []
  let at = from
  for (let line = lines[at]; line && sign !== null && signOf(line) === sign; line = lines[at]) {
    const next = afterWords(lines, at)
    members.push({ start: line.start + lengthOfMark(line), end: lines[next - 1]?.end ?? line.end })
    at = afterBlank(lines, next)
  }
  const after = lines[at]
  const [first] = members
  const last = members.at(-1)
  if (!first || !last || (after && !isPlainStart(after))) return null
  const span = { start: lines[from]?.start ?? first.start, end: last.end }
  return { kind: 'list', ordered: sign === '.' || sign === ')', members, span, next: at }
}

/** "-" or, of "12.", the full stop: members of another sign are another list. */
const signOf = (line: MarkdownLine | undefined): string | null => MEMBER.exec(line?.text ?? '')?.[1]?.slice(-1) ?? null

const lengthOfMark = ({ text }: MarkdownLine): number => MEMBER.exec(text)?.[0].length ?? 0

/** Past the lines that go on with running text. */
function afterWords(lines: readonly MarkdownLine[], at: number): number {
  let next = at + 1
  while (PLAIN.test(lines[next]?.text.trimStart() ?? '')) next += 1
  return next
}

function afterBlank(lines: readonly MarkdownLine[], at: number): number {
  let next = at
  while (lines[next]?.text === '') next += 1
  return next
}

const endsHere = (line: MarkdownLine | undefined): boolean => !line || line.text === '' || HEADING.test(line.text)
