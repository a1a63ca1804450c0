import { ASKS, type PlainItem, plainItem } from './plain-item'
import { isCalledRight, type ReplyLine, replyLines, withoutRight } from './reply-lines'

export type ListItems = {
  readonly items: readonly PlainItem[]
  /** Questions that are numbered or labelled and have no answer. */
  readonly unanswered: readonly string[]
}

/**
 * Questions with their answers beside them, below them, or in a list of answers at the end, with labels such as "Answer:" or
 * without. What is neither, such as a greeting, is passed over.
 */
export function readList(lines: readonly string[]): ListItems {
  const { questions, answers } = readAnswerKey(replyLines(lines))
  const items: PlainItem[] = []
  const unanswered: string[] = []
  for (const block of blocksOf(questions)) {
    const item = itemOf(block, answers.get(block.question.number ?? 0))
    if (item) items.push(item)
    else if (block.question.isMarked) unanswered.push(block.question.text)
  }
  return { items, unanswered }
}

/** "Answers: 1. Ada Quill 2. 1874" below all questions, by their numbers. */
function readAnswerKey(lines: readonly ReplyLine[]) {
  const at = lines.findLastIndex(({ kind, text, number }) => number === null && kind === 'answer' && text === '')
  const [questions, listed] = [lines.slice(0, at), lines.slice(at + 1)]
  const numbered = listed.filter(({ number, text }) => number !== null && !ASKS.test(text))
  const isKey = numbered[0]?.number === 1 && numbered.length >= 2 && !questions.some(({ kind }) => kind === 'answer')
  if (at <= 0 || !isKey) return { questions: lines, answers: new Map<number, string>() }
  return { questions, answers: new Map(numbered.map(({ number, text }) => [number ?? 0, text])) }
}

type Block = { readonly question: ReplyLine; readonly lines: readonly ReplyLine[] }

/** Each question with the lines up to the next one. */
function blocksOf(lines: readonly ReplyLine[]): readonly Block[] {
  const blocks: { question: ReplyLine; lines: ReplyLine[] }[] = []
  for (const [at, line] of lines.entries()) {
    const last = blocks.at(-1)
    // "Question 1" alone: its text is on the next line.
    if (last?.question.text === '' && (line.kind === 'text' || line.kind === 'question'))
      last.question = { ...last.question, text: line.text }
    else if (isQuestion(line, lines[at + 1])) blocks.push({ question: line, lines: [] })
    else last?.lines.push(line)
  }
  return blocks
}

function isQuestion(line: ReplyLine, next: ReplyLine | undefined): boolean {
  if (line.kind === 'question') return line.text !== '' || line.number !== null
  if (line.kind !== 'text' || line.text === '' || OFFER.test(line.text)) return false
  if (ASKS.test(line.text)) return true
  const beside = answerBeside(line.text)
  if (beside) return beside.isDivided || line.isMarked
  return line.number !== null && (next?.kind === 'answer' || next?.kind === 'option')
}

/** What an assistant says at the end. */
const OFFER =
  /^(?:would you like|do you want|want me to|shall I|should I|let me know|хотите|нужн[оы] ли|кааласаңыз)(?!\p{L})/iu

type Beside = {
  readonly question: string
  readonly answer: string
  /** By a dash, an arrow or brackets. */
  readonly isDivided: boolean
}

const SIGN = '(?:[-–—:;=→|>]+)'
const TRUTHS = 'true|false|верно|неверно|правда|ложь|туура|туура эмес'
/** What stands in brackets and is no answer. */
const ASIDE =
  /^(?:easy|medium|hard|multiple choice|true or false|choose .*|select .*|\d+ (?:points?|marks?)|(?:sentences?|source|предложение|сүйлөм) ?:? ?#?[\d, ]+|\d{1,3})$/iu

/** "Who built it? – Ada Quill", "Who built it? (Ada Quill)", "Bees are insects. (True)", "It was built by _____. → Ada Quill". */
function answerBeside(text: string): Beside | null {
  const deletion = /^(.*)\{\{c\d+::(.+?)(?:::.*?)?\}\}(.*)$/.exec(text)
  if (deletion) return { question: `${deletion[1]}_____${deletion[3]}`, answer: deletion[2] ?? '', isDivided: true }
  const [, question = '', sign = '', answer = ''] = ASKED.exec(text) ?? WITH_GAP.exec(text) ?? STATED.exec(text) ?? []
  const inner = /^[([](.+)[)\]]\.?$/.exec(answer)?.[1]
  if (answer === '' || ASIDE.test(inner ?? '')) return null
  return { question, answer: inner ?? answer, isDivided: sign.trim() !== '' || inner !== undefined }
}
const ASKED = new RegExp(`^(.*\\?["”»’]?(?: \\[\\d{1,5}\\])?) ?(${SIGN}?) ?([^?]+)$`, 'u')
const WITH_GAP = new RegExp(`^(.*_{3,}.*[.!_]["”»]?)(?: (${SIGN}) | ?(?=[([]))(.+)$`, 'u')
const STATED = new RegExp(`^(.*[.!]) ?(${SIGN}?) ?([([]?(?:${TRUTHS})[)\\]]?\\.?)$`, 'iu')

function itemOf({ question, lines }: Block, listed: string | undefined): PlainItem | null {
  const plain = lines.filter(({ kind, isQuote }) => kind === 'text' && !isQuote)
  const labelled = answerLabelled(lines)
  const beside = answerBeside(question.text)
  const options = optionsOf(lines, plain, labelled)
  const given = answersGiven({ labelled: labelled ?? listed ?? null, options, beside, plain })
  if (!given) return null
  const choices = options.length > 1 ? options : []
  const answers = choices.length > 0 ? given.flatMap((answer) => chosen(answer, choices)) : given
  const wrong = [
    ...choices.filter((option) => !answers.includes(option)).map(withoutLetter),
    ...textsOf(lines, 'wrong').flatMap((text) => text.split(/\s*;\s*/)),
  ]
  return plainItem({
    ...proofOf(lines),
    type: textsOf(lines, 'type')[0] ?? '',
    question: beside?.answer === given[0] ? (beside?.question ?? '') : wholeQuestion(question, lines, labelled),
    answers: answers.map(withoutLetter),
    wrong,
  })
}

type Places = {
  readonly labelled: string | null
  readonly options: readonly string[]
  readonly beside: Beside | null
  readonly plain: readonly ReplyLine[]
}

/** The answers at the first place that has any; undefined where none has. */
function answersGiven({ labelled, options, beside, plain }: Places): readonly string[] | undefined {
  const members = plain.every(({ isMember }) => isMember) ? plain : plain.slice(0, 1)
  const places = [
    labelled ? [labelled] : [],
    options.length === 1 ? options : options.filter(isCalledRight),
    beside?.isDivided ? [beside.answer] : [],
    members.map(({ text }) => text),
    beside ? [beside.answer] : [],
  ]
  return places.find(({ length }) => length > 0)
}

const textsOf = (lines: readonly ReplyLine[], kind: ReplyLine['kind']): string[] =>
  lines.filter((line) => line.kind === kind && line.text !== '').map(({ text }) => text)

/** After "Answer:", on the same line or on the next. */
function answerLabelled(lines: readonly ReplyLine[]): string | null {
  const at = lines.findIndex(({ kind }) => kind === 'answer')
  const next = lines[at + 1]
  if (at < 0) return null
  return lines[at]?.text || (next?.kind === 'text' || next?.kind === 'option' ? next.text : null)
}

/** Lines with letters or boxes; members of a list, if the labelled answer is one of them. */
function optionsOf(lines: readonly ReplyLine[], plain: readonly ReplyLine[], labelled: string | null): string[] {
  const lettered = textsOf(lines, 'option')
  if (lettered.length > 0) return lettered
  const members = plain.filter(({ isMember }) => isMember).map(({ text }) => text)
  return members.length > 1 && (members.some(isCalledRight) || (labelled && members.includes(labelled))) ? members : []
}

const LETTER = /^\(?([A-HА-Е])(?:[.)]+ |[.)]*$)/iu
const withoutLetter = (option: string): string => withoutRight(option.replace(/^\(?[A-Ha-hА-Еа-е][.)] /u, ''))

/** The options that an answer names by letters ("B", "B) Ada Quill", "A and C") or by their words; the answer itself, if it is none of them. */
function chosen(answer: string, options: readonly string[]): string[] {
  const letters = /^(?:[A-HА-Е][.)]?(?:, | and | и | жана |,|$))+$/iu.test(answer)
    ? (answer.match(/(?<!\p{L})[A-HА-Е](?!\p{L})/giu) ?? [])
    : [LETTER.exec(answer)?.[1] ?? '']
  const named = options.filter((option, at) => letters.some((letter) => isLetterOf(letter, option, at)))
  const said = options.filter((option) => withoutLetter(option).toLowerCase() === withoutLetter(answer).toLowerCase())
  if (said.length > 0) return said
  return named.length > 0 ? named : [answer]
}

/** Options in a list have no letters of their own. */
function isLetterOf(letter: string, option: string, at: number): boolean {
  const own = LETTER.exec(option)?.[1] ?? 'ABCDEFGH'[at]
  return letter !== '' && own?.toLowerCase() === letter.toLowerCase()
}

/** A question may go on over several lines, if a label says where its answer begins. */
function wholeQuestion(question: ReplyLine, lines: readonly ReplyLine[], labelled: string | null): string {
  const at = lines.findIndex(({ kind }) => kind === 'answer' || kind === 'option')
  const more = labelled && !/[?.!]$|_{3,}/.test(question.text) ? textsOf(lines.slice(0, at), 'text') : []
  return [question.text, ...more].join(' ').replace(/^(?:true or false|true\/false|верно или неверно) ?[:?.–—-]* /i, '')
}

const SAID = /["“«„]([^"”»“]{8,})["”»“]/u

/** What proves an item: words in quotation marks, the number of a sentence, or both. */
function proofOf(lines: readonly ReplyLine[]): { readonly quote: string; readonly sentence: number | null } {
  const proofs = lines.filter(({ kind, isQuote }) => kind === 'quote' || (kind === 'text' && isQuote))
  const numbered = proofs.map(({ text, number, kind }) => ({
    rest: /^(?:sentences? )?[#[(]?(\d{1,5})[\])]?[.:,]?(?: |$)/i.exec(text)?.[1],
    number,
    kind,
  }))
  const sentence = numbered
    .map(({ rest, number, kind }) => rest ?? (kind === 'quote' ? number : null))
    .find((n) => n !== null)
  const quote = proofs
    .map(({ text }) => SAID.exec(text)?.[1] ?? (/^[#[(]?[\d, ]+[\])]?\.?$/.test(text) ? '' : text))
    .find((text) => text !== '')
  return { quote: quote ?? '', sentence: sentence === undefined ? null : Number(sentence) }
}
