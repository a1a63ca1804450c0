/**
 * Quotes and lists within one another that a Markdown text may have. People nest fewer than ten. The parser keeps every
 * open one for each line, and its stack ends some thousands deep.
 */
export const MOST_NESTED = 32

const TAB = 4
// "- - -" is a line across the page, not three lists.
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const GAP = /[ \t>]*/y
const MARK = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y

/**
 * Whether a Markdown text nests quotes and lists deeper than `MOST_NESTED`, by a scan of the marks that lines begin with.
 * Linear in the length of the text. Emphasis, links and the like inside a line are ignored: the reader does not parse them.
 */
export function isTooNested(text: string): boolean {
  // The columns at which the words of the open members begin.
  const open: number[] = []
  let afterBlank = false
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === ''
    if (!isBlank && !RULE.test(line)) {
      if (nestLine(line, open, afterBlank) > MOST_NESTED) return true
    }
    afterBlank = isBlank
  }
  return false
}

/** Opens and closes members as the line does; returns how deep its words are. */
function nestLine(line: string, open: number[], afterBlank: boolean): number {
  let [at, column, quotes] = [0, 0, 0]
  while (quotes + open.length <= MOST_NESTED) {
    const gap = matchAt(GAP, line, at)
    quotes += gap.split('>').length - 1
    column = columnAfter(gap, column)
    const mark = matchAt(MARK, line, at + gap.length)
    // Words right under a member go on with it, wherever they begin.
    if (mark || afterBlank) closeAfter(open, column)
    if (!mark) break
    at += gap.length + mark.length
    column += mark.length
    open.push(column + 1)
  }
  return quotes + open.length
}

function matchAt(pattern: RegExp, line: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(line)?.[0] ?? ''
}

function columnAfter(gap: string, from: number): number {
  let column = from
  for (const sign of gap) column += sign === '\t' ? TAB - (column % TAB) : 1
  return column
}

function closeAfter(open: number[], column: number): void {
  while ((open.at(-1) ?? 0) > column) open.pop()
}
