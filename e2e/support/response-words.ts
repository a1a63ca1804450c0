/** How often each word is in a response. */
export type WordCounts = ReadonlyMap<string, number>

/**
 * The words of a response, without order, because the rows of React's stream and their numbers depend on timing. The
 * learner's own answers are left out, because the response may contain them.
 */
export function wordsOf(body: Buffer, type: string, given: readonly string[]): WordCounts {
  const words = new Map<string, number>()
  for (const word of withoutAnswers(textOf(body, type).replace(NONCE, ' '), given).match(WORD) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}

// Random for each request: 16 bytes in Base64, whose parts would be words.
const NONCE = /[A-Za-z\d+/]{22}==/g
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_.%-]*/gu

/** The text of a response: for a page its words and its stream. */
function textOf(body: Buffer, type: string): string {
  if (type.startsWith('text/x-component')) return textOfStream(body)
  const text = body.toString('utf8')
  if (!type.startsWith('text/html')) return text
  const stream = [...text.matchAll(PUSHED)].map(([, pushed = '""']) => JSON.parse(pushed)).join('')
  return `${text.replace(SCRIPT, ' ').replace(STREAMED, ' ').replace(ENTITY, decode)}\n${textOfStream(Buffer.from(stream))}`
}

const SCRIPT = /<script[\s\S]*?<\/script>/g
// A part that was not ready has a placeholder and comes later in its own element. Closing tags add no information.
const STREAMED = /<template id="[A-Z]:[\da-f]+">|<div hidden id="S:[\da-f]+">|<\/[a-z]\w*>/g
const PUSHED = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g
const ENTITY = /&(?:amp|lt|gt|quot|#x27);/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
const decode = (entity: string) => ENTITIES[entity] ?? entity

/** React's stream without the numbers of its rows: each is `number:row` and a newline, or `number:Tlength,text`. */
function textOfStream(stream: Buffer): string {
  const rows: string[] = []
  for (let at = 0; at < stream.length; ) {
    const { from, end, next } = rowAt(stream, at)
    rows.push(stream.toString('utf8', from, end).replace(REFERENCE, ' '))
    at = next
  }
  return rows.join('\n')
}

function rowAt(stream: Buffer, at: number) {
  const start = stream.indexOf(':', at) + 1
  const [head = '', length = ''] = /^T([0-9a-f]+),/.exec(stream.toString('latin1', start, start + 12)) ?? []
  const from = start + head.length
  if (head) return { from, end: from + Number.parseInt(length, 16), next: from + Number.parseInt(length, 16) }
  const newline = stream.indexOf('\n', from)
  const end = newline < 0 ? stream.length : newline
  return { from, end, next: end + 1 }
}

// "$L1a", "$@2", "$1b:props:children": another row, or a part of one.
const REFERENCE = /"\$[A-Za-z@]?[0-9a-f]+(?::[^"]*)?"/g

function withoutAnswers(text: string, given: readonly string[]): string {
  const longestFirst = [...given].sort((a, b) => b.length - a.length).map(escaped)
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), 'ANSWER')
}

/** Which of the secrets a response contains. A number within an id does not count. */
export function secretsIn(secrets: readonly string[], body: Buffer, type: string): string[] {
  const text = textOf(body, type)
  return secrets.filter((secret) =>
    new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(secret)}(?![\\p{L}\\p{N}_-])`, 'u').test(text),
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the responses differ in the count of a word. */
export function differ(first: WordCounts, second: WordCounts): boolean {
  return first.size !== second.size || [...first].some(([word, count]) => second.get(word) !== count)
}

/**
 * Words that distinguish right answers from wrong ones: their count is equal in all responses to right answers, equal in
 * all responses to wrong ones, and different between the two. Words that change by time or chance do not count.
 */
export function distinguishingWords(
  right: readonly [WordCounts, WordCounts],
  wrong: readonly [WordCounts, WordCounts],
): string[] {
  const words = new Set([...right, ...wrong].flatMap((said) => [...said.keys()]))
  const count = (said: WordCounts, word: string) => said.get(word) ?? 0
  return [...words].filter((word) => {
    const [inRight, inWrong] = [count(right[0], word), count(wrong[0], word)]
    return inRight === count(right[1], word) && inWrong === count(wrong[1], word) && inRight !== inWrong
  })
}
