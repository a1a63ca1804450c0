import { typeOfAnswer } from '../read-reply'

/** An item as people and assistants write it without JSON. */
export type PlainItem = {
  readonly sentence: number | null
  readonly quote: string
  readonly type: string
  readonly question: string
  readonly answers: readonly string[]
  readonly wrong: readonly { readonly text: string; readonly why: string }[]
}

/** What asks: a question, or a sentence with a gap. */
export const ASKS = /\?["”»’]?(?:\*\*)?(?:\s*[([].{1,20}[)\]])?$|_{3,}/

// Four digits in round brackets are a year.
const SENTENCE =
  /\s*[([]?(?<!\p{L})(?:sentences?|source|предложение|сүйлөм)\s?:?\s?#?(\d+)[)\]]?\.?\s?$|\s*(?:\((\d{1,3})\)|\[(\d+)\])\s?$/iu
const QUOTED_BEHIND = /^(\S.*?)\s?[-–—(]?\s?["“«„]([^"”»“]{15,})["”»“]\)?\.?$/u

/** With its type, if none is named, and with the number of its sentence or its quote, if they stand behind the answer. */
export function plainItem({
  wrong,
  ...item
}: Omit<PlainItem, 'wrong'> & { readonly wrong: readonly string[] }): PlainItem {
  const [first = '', ...more] = item.answers
  const behind = first.length <= LONGEST_ANSWER && item.quote === '' ? QUOTED_BEHIND.exec(first) : null
  const bare = behind?.[1] ?? first
  const number = SENTENCE.exec(bare) ?? SENTENCE.exec(item.question)
  const sentence = item.sentence ?? (number ? Number(number[1] ?? number[2] ?? number[3]) : null)
  const question = clean(item.question.replace(SENTENCE, '').replace(/^\[\d+\] /, ''))
  const answers = [bare.replace(SENTENCE, ''), ...more].map(clean)
  const type = item.type || typeIn(question, answers, wrong.length > 0)
  return {
    ...{ sentence, quote: behind?.[2] ?? item.quote, question, answers, type },
    wrong: wrong.map((text) => ({ text, why: '' })),
  }
}

// In UTF-16 code units: what is longer is refused for its length.
const LONGEST_ANSWER = 2_000

const clean = (text: string): string => text.replaceAll('**', '').trim()

function typeIn(question: string, answers: readonly string[], hasWrong: boolean): string {
  if (hasWrong) return answers.length > 1 ? 'multiple' : 'choice'
  if (/_{3,}/.test(question)) return 'cloze'
  const isTruth = /^(?:true|false|верно|неверно|туура|туура эмес)[.!]?$/i.test(answers[0] ?? '')
  return isTruth ? 'true-false' : typeOfAnswer(question, answers)
}
