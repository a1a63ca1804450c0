/** A line of a reply, or a part of one, with what its label says about it. */
export type ReplyLine = {
  readonly kind: Label | 'option' | 'text'
  /** Without label, number and marks of Markdown. */
  readonly text: string
  readonly number: number | null
  /** Numbered, labelled, a member of a list or a heading: it is no greeting. */
  readonly isMarked: boolean
  readonly isMember: boolean
  readonly isQuote: boolean
}

// A single letter is a label only with a colon or a number: "A) Paris" and "В. Лион" are options.
const LABELS = {
  question: label('Q|Question|Front|Flashcard|Card|Вопрос|Суроо|Карточка', 'ВС'),
  answer: label(
    '(?:(?:Show|Correct|Right|Model|Expected|Правильный|Верный|Туура) )?(?:Answers?(?: key)?|Option|Ответ|Жооп|Жообу)|Ans|Back|Key|Ответы|Ключ|Жооптор',
    'AОЖ',
  ),
  quote: label(
    '(?:Supporting |Exact |Source |Direct )?(?:Quote|Evidence|Proof|Source|Reference|Sentences?|Text)|From the text|Цитата|Доказательство|Источник|Предложение|Далил|Цитатасы|Сүйлөм',
  ),
  type: label('Type|Kind|Тип|Түрү'),
  wrong: label(
    'Wrong(?: (?:answers?|options?))?|Distractors?|Incorrect(?: (?:answers?|options?))?|Неверные(?: ответы)?',
  ),
  note: label(
    'Explanation|Rationale|Why|Reason|Note|Hint|Difficulty|Level|Topic|Пояснение|Объяснение|Подсказка|Түшүндүрмө',
  ),
}
type Label = keyof typeof LABELS

/** "Answer: …", "Answer 1 – …", "A1. …", or the name alone on its line. */
function label(names: string, letters = ''): RegExp {
  const number = '(?: ?[#№]?(\\d{1,4}))?'
  const letter = letters === '' ? '|(?!)()' : `|[${letters}](?: ?(\\d{1,4}) ?[:.)]| ?:)(?= |$)`
  return new RegExp(`^(?:(?:${names})${number}(?: ?[:.)](?= |$)| [-–—](?= |$)|$)${letter})\\s*(.*)$`, 'iu')
}

const INLINE_LABEL =
  /\s[([|/–—-]?\s?(?=(?:[AОЖ] ?\d{0,4}|(?:[Cc]orrect )?[Aa]nswer|[Qq]uote|Evidence|Source|Explanation|Ответ|Цитата|Жооп|Далил) ?: )/gu
const INLINE_OPTION = /\s(?=\(?[B-HБ-Е][.)] )/gu

/** The lines of a reply, in parts where one has several labels or options. Blanks in a row must be one. */
export function replyLines(lines: readonly string[]): readonly ReplyLine[] {
  return lines
    .filter((line) => !isTooLong(line))
    .flatMap((line) => withoutMarks(line).split(/<br ?\/?>/i))
    .flatMap((line) => line.split(INLINE_LABEL))
    .flatMap((line) => (HAS_OPTIONS.test(line) ? line.split(INLINE_A).flatMap(splitOptions) : line))
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}_]/u.test(line))
    .map(readLine)
}

// In UTF-16 code units. No question with its answer is longer.
const LONGEST_LINE = 5_000
export const isTooLong = ({ length }: string): boolean => length > LONGEST_LINE
const HAS_OPTIONS = /(?:^|\s)\(?[AА][.)] .+ \(?[BБ][.)] /u
const INLINE_A = /\s(?=\(?[AА][.)] )/u
const splitOptions = (line: string): string[] => (OPTION.test(line) ? line.split(INLINE_OPTION) : [line])

const withoutMarks = (line: string): string =>
  line
    .replace(/<summary>([^<]{0,60})<\/summary>/gi, '$1: ')
    .replace(/<\/?(?:details|b|i|u|strong|em|p|li|ol|ul)>/gi, ' ')
    .replace(/\*\*|`/g, '')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+)\*(?![\w*])/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]+)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([.)_*-])/g, '$1')
    .replace(/\s+/g, ' ')

/** Signs of a quotation, a heading, a list and a number, in this order. */
const MARKS = /^ ?(>? ?)(#{0,6} ?)((?:[-*•‣◦+–] )?)(?:\[([ xX])\] )?(?:\(?№?(\d{1,4})[.):]+ (?=\S)|\[(\d{1,4})\] )?/u
const OPTION = /^\(?[A-Ha-hА-Еа-е][.)] /u
const RIGHT = /\s*(?:[✓✔✅☑]|\((?:correct|right|верно|правильно|туура)\))\uFE0F?\s*/giu

/** Said of the right one of several options. */
export const isCalledRight = (text: string): boolean => text.search(RIGHT) >= 0
export const withoutRight = (text: string): string => text.replace(RIGHT, '').trim()

function readLine(line: string): ReplyLine {
  const { text, box, ...marks } = readMarks(line)
  if (box !== null) return { ...marks, kind: 'option', text: box === ' ' ? text : `${text} ✓` }
  const labelled = readLabel(text)
  if (!labelled) return { ...marks, kind: OPTION.test(text) && marks.number === null ? 'option' : 'text', text }
  return { ...marks, ...labelled, number: labelled.number ?? marks.number, isMarked: true }
}

function readLabel(text: string): Pick<ReplyLine, 'kind' | 'text' | 'number'> | null {
  for (const [kind, pattern] of Object.entries(LABELS)) {
    const match = pattern.exec(text)
    if (match) return { kind: kind as Label, text: match.at(-1) ?? '', number: numberOf(match.slice(1, -1)) }
  }
  return null
}

function numberOf(found: readonly (string | undefined)[]): number | null {
  const digits = found.find((part) => part !== undefined && part !== '')
  return digits === undefined ? null : Number(digits)
}

function readMarks(line: string) {
  const [marks = '', quoted, heading, member, box = null, ...numbers] = MARKS.exec(line) ?? []
  const text = line.slice(marks.length).trim()
  const number = numberOf(numbers)
  return {
    ...{ text, box },
    number,
    isMarked: number !== null || Boolean(heading || member),
    isMember: Boolean(member),
    isQuote: Boolean(quoted) || /^["“«„].{8,}["”»“][.)]?$/u.test(text),
  }
}
