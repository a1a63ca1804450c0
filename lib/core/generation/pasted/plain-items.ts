import { typeOf } from '../read-reply'
import { type ListItems, readList } from './list-items'
import { ASKS, type PlainItem, plainItem } from './plain-item'

/** Items of a Markdown table, of lines with tabs or commas, or of a list. */
export function readPlainItems(text: string): ListItems {
  const written = text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => !/^\s*```/.test(line))
  // One blank each: the patterns below try each of several in a row as their beginning.
  const lines = written.map((line) => line.replace(/\s+/g, ' '))
  const list = readList(lines)
  const tables = [
    () => readTable(lines),
    () => readTabs(written.map((line) => line.replace(/[^\S\t]+/g, ' '))),
    () => readCsv(lines),
  ]
  for (const read of tables) {
    const items = read()
    // A few lines of a list may look like a table.
    if (items.length > 0 && items.length >= list.items.length * MOST_ROWS) return { items, unanswered: [] }
  }
  return list
}

/** `| sentence | question | answer |`, with a heading row or without; the bars at the ends may be left out of all lines. */
function readTable(lines: readonly string[]): PlainItem[] {
  const closed = lines.filter((line) => /^\s*\|.*\|\s*$/.test(line)).map((line) => line.trim().slice(1, -1))
  const rows = closed.length > 0 ? closed : lines.filter((line) => /\S\s*\|\s*\S/.test(line))
  const cells = rows.map((row) => cellsOf(row, /(?<!\\)\|/))
  return rowsToItems(cells.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell))))
}

const readTabs = (lines: readonly string[]): PlainItem[] =>
  rowsToItems(lines.filter((line) => line.includes('\t')).map((line) => cellsOf(line, /\t/)))

/** Lines of comma- or semicolon-separated values, where most lines have the same number of them. */
function readCsv(lines: readonly string[]): PlainItem[] {
  const filled = lines.filter((line) => line.trim() !== '')
  for (const mark of [';', ',']) {
    const rows = filled.map((line) => csvCells(line, mark).slice(0, MOST_CELLS + 1))
    const count = rows[0]?.length ?? 0
    const isSame = rows.filter((cells) => cells.length === count).length >= rows.length * MOST_ROWS
    const isValues = /^(?:\d+\s?[;,]|"|(?:sentence|number|question|type)[^:?]{0,20}[;,])/i.test(filled[0] ?? '')
    if (count >= 2 && count <= MOST_CELLS && isSame && isValues) return rowsToItems(rows)
  }
  return []
}
const MOST_ROWS = 0.8
/** More than any table of questions has. */
const MOST_CELLS = 12

const cellsOf = (line: string, at: RegExp): string[] =>
  line.split(at, MOST_CELLS).map((cell) => cell.replaceAll('\\|', '|').trim())

function csvCells(line: string, mark: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === mark && !isQuoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells.map((cell) => cell.trim())
}

type Column = 'sentence' | 'quote' | 'type' | 'question' | 'answer' | 'wrong'
const COLUMNS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:sentence|sentence (?:no|number)\.?|source|ref|предложение|сүйлөм)/i, 'sentence'],
  [/^(?:quote|evidence|proof|цитата)/i, 'quote'],
  [/^(?:type|kind|тип|түрү)/i, 'type'],
  [/^(?:question|front|stem|q|вопрос|суроо)$/i, 'question'],
  [/^(?:(?:correct )?answers?|back|key|a|ответ|жооп)$/i, 'answer'],
  [/^(?:wrong|distractors?|(?:wrong|incorrect) (?:answers?|options?)|options?)/i, 'wrong'],
]

function rowsToItems(rows: readonly (readonly string[])[]): PlainItem[] {
  const [first, ...rest] = rows
  if (!first) return []
  const named = first.map((cell) => COLUMNS.find(([pattern]) => pattern.test(cell))?.[1] ?? null)
  const isHead = named.includes('question') && named.includes('answer')
  // A list whose numbers or bullets are divided from its lines by tabs.
  if (!isHead && rows.every((cells) => cells.length <= 2 && /^(?:[-*•]|\(?\d+[.)])?$/.test(cells[0] ?? ''))) return []
  const columns = isHead ? named : columnsOf(rows)
  return (isHead ? rest : rows).flatMap((cells) => itemOf(columns, cells))
}

/** Without names: the column that asks most often, and its answer beside it. Where none asks, "number, question, answer" or "question, answer". */
function columnsOf(rows: readonly (readonly string[])[]): readonly (Column | null)[] {
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, at) =>
    rows.flatMap((cells) => cells[at] || []),
  )
  const asked = columns.map((cells) => cells.filter((cell) => ASKS.test(cell)).length)
  const first = columns[0]?.every(isSentenceNumber) ? 1 : 0
  const question = Math.max(...asked) > 0 ? asked.indexOf(Math.max(...asked)) : first
  const answer = question + 1 < columns.length ? question + 1 : question - 1
  const isNumeric = columns[answer]?.some(isSentenceNumber)
  return columns.map((cells, at) => {
    if (at === question) return 'question'
    if (at === answer) return 'answer'
    if (cells.every((cell) => typeOf(cell) !== null)) return 'type'
    // Wrong options beside a number are numbers too.
    if (cells.every((cell) => isSentenceNumber(cell) && (at < question || !isNumeric || /\p{L}/u.test(cell))))
      return 'sentence'
    return at > answer ? 'wrong' : null
  })
}

const isSentenceNumber = (cell: string): boolean =>
  /^(?:(?:sentence|предложение|сүйлөм)\s*)?[([]?\d+[.)\]]?$/iu.test(cell)

function itemOf(columns: readonly (Column | null)[], cells: readonly string[]): PlainItem[] {
  const all = (column: Column) => cells.filter((cell, at) => columns[at] === column && cell !== '')
  const [question = '', answer = ''] = [all('question')[0], all('answer')[0]]
  if (question === '' || answer === '') return []
  const wrong = all('wrong')
    .flatMap((cell) => cell.split(/\s*(?:;|<br>)\s*/))
    .filter((option) => option !== '' && option !== answer)
  return [
    plainItem({
      sentence: numberIn(all('sentence')[0] ?? ''),
      quote: all('quote')[0] ?? '',
      type: all('type')[0] ?? '',
      question,
      answers: [answer],
      wrong,
    }),
  ]
}

const numberIn = (text: string): number | null => {
  const [number] = text.match(/\d+/) ?? []
  return number === undefined ? null : Number(number)
}
