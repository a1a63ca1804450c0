import { typeOf } from '../read-reply'

/** An item as people and assistants write it without JSON. */
export type PlainItem = {
  readonly sentence: number | null
  readonly quote: string
  readonly type: string
  readonly question: string
  readonly answer: string
  readonly wrong: readonly { readonly text: string; readonly why: string }[]
}

/** Items of a Markdown table, of lines with tabs or commas, of a numbered list, or of questions and answers on lines that alternate. */
export function readPlainItems(text: string): readonly PlainItem[] {
  const written = text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => !/^\s*```/.test(line))
  // One blank each: the patterns below try each of several in a row as their beginning.
  const lines = written.map((line) => line.replace(/\s+/g, ' '))
  const readings = [
    () => readTable(lines),
    () => readTabs(written.map((line) => line.replace(/[^\S\t]+/g, ' '))),
    () => readCsv(lines),
    () => readLabelled(lines),
    () => readAlternate(lines),
  ]
  for (const read of readings) {
    const items = read()
    if (items.length > 0) return items
  }
  return []
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
    const isValues = /^(?:\d+|"|sentence|number|question|type)/i.test(filled[0] ?? '')
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
  const columns = isHead ? named : columnsOf(rows)
  return (isHead ? rest : rows).flatMap((cells) => itemOf(columns, cells))
}

/** A cell that asks: a question, or a sentence with a gap. */
const ASKS = /\?(?:\*\*)?(?:\s*[([].{1,20}[)\]])?$|_{3,}/

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
      answer,
      wrong,
    }),
  ]
}

const numberIn = (text: string): number | null => {
  const [number] = text.match(/\d+/) ?? []
  return number === undefined ? null : Number(number)
}

const QUESTION =
  /^\s*(?:[-*•]\s*)?(?:\(?\d+[.):]\s*)?(?:\*\*)?(?:Q(?:uestion)?|Front|Вопрос|В|Суроо|С)(?:\s*\d+)?(?:\*\*)?\s*[.:)](?:\*\*)?\s*(.+)$/iu
const ANSWER =
  /^\s*(?:[-*•]\s*)?(?:\*\*)?(?:(?:Correct )?A(?:nswer)?|Back|Ответ|О|Жооп|Ж)(?:\*\*)?\s*[.:)](?:\*\*)?\s*(.+)$/iu
const SENTENCE = /\s*[([]?\b(?:sentence|source|предложение|сүйлөм)\s*:?\s*#?(\d+)[)\]]?\.?\s*$|\s*[([](\d+)[)\]]\s*$/iu

/** "1. Q: … A: … (sentence 3)", on one line or on several. */
function readLabelled(lines: readonly string[]): PlainItem[] {
  const split = lines.flatMap((line) => line.split(/\s+(?=(?:\*\*)?(?:A|Answer|Ответ|Жооп)(?:\*\*)?:)/u))
  const items: PlainItem[] = []
  let question = ''
  for (const line of split) {
    const asked = QUESTION.exec(line)?.[1]
    const answer = ANSWER.exec(line)?.[1]
    if (asked) question = asked
    else if (answer && question !== '') {
      items.push(fromLines(question, answer))
      question = ''
    } else addSentence(items, line)
  }
  return items
}

/** "Sentence 3" on a line of its own belongs to the item before. */
function addSentence(items: PlainItem[], line: string): void {
  const last = items.pop()
  if (!last) return
  const isNumber = /^\s*[([]?(?:sentence|предложение|сүйлөм)(?!\p{L})/iu.test(line)
  items.push(isNumber ? { ...last, sentence: numberIn(line) ?? last.sentence } : last)
}

/** A line that asks, and the line after it. */
function readAlternate(lines: readonly string[]): PlainItem[] {
  const filled = lines
    .map((line) => line.replace(/^\s*(?:[-*•]|\(?\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
  const items: PlainItem[] = []
  for (let at = 0; at + 1 < filled.length; at += 1) {
    const [question = '', answer = ''] = [filled[at], filled[at + 1]]
    if (!ASKS.test(question) || /\?$/.test(answer)) continue
    items.push(fromLines(question, answer))
    at += 1
  }
  return items
}

function fromLines(asked: string, answered: string): PlainItem {
  const number = SENTENCE.exec(answered) ?? SENTENCE.exec(asked)
  const sentence = number ? Number(number[1] ?? number[2]) : null
  return plainItem({
    sentence,
    quote: '',
    type: '',
    question: asked.replace(SENTENCE, ''),
    answer: answered.replace(SENTENCE, ''),
    wrong: [],
  })
}

function plainItem({ wrong, ...item }: Omit<PlainItem, 'wrong'> & { readonly wrong: readonly string[] }): PlainItem {
  const clean = (text: string) => text.replaceAll('**', '').trim()
  const [question, answer] = [clean(item.question), clean(item.answer)]
  const isTruth = /^(?:true|false|верно|неверно|туура|туура эмес)$/i.test(answer)
  const type =
    item.type || (wrong.length > 0 ? 'choice' : /_{3,}/.test(question) ? 'cloze' : isTruth ? 'true-false' : 'flashcard')
  return { ...item, question, answer, type, wrong: wrong.map((text) => ({ text, why: '' })) }
}
