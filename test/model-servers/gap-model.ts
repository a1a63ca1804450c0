import { DONE, type ModelServer, part, sendReply, startModelServer, startStream } from './model-server'

const USAGE = { prompt_tokens: 900, completion_tokens: 120 }

/** The name by which it lists its model. */
export const GAP_MODEL = 'gaps'

/**
 * A model that needs no people: it proposes a gap for the last long word of each numbered sentence, and answers it again from
 * the text. `isUp` decides before each reply whether the server still lives; when not, it closes the connection. A request that
 * `declines` gets no answer, as behind a filter of content.
 */
export function startGapModel(
  isUp: (asked: number) => boolean = () => true,
  declines: (asked: number) => boolean = () => false,
): Promise<ModelServer> {
  return startModelServer([GAP_MODEL], (response, { messages, stream }, asked) => {
    if (!isUp(asked)) return void response.destroy()
    if (declines(asked)) return void startStream(response).end(part('', 'content_filter') + DONE)
    const prompt = messages.at(-1)?.content ?? ''
    sendReply(response, JSON.stringify(replyTo(prompt)), USAGE, stream)
  })
}

function replyTo(prompt: string): unknown {
  if (prompt.includes('Write about')) return { items: sentencesOf(prompt).flatMap(gapOf) }
  if (prompt.includes('from the text above'))
    return { answers: gapsOf(prompt).map((gap) => answerOf(gap, sentencesOf(prompt))) }
  return { answers: gapsOf(prompt).map(({ n }) => ({ n, answers: ['?'] })) }
}

type Sentence = { readonly number: number; readonly text: string }

const sentencesOf = (prompt: string): Sentence[] =>
  [...(prompt.split('\n\nWrite about')[0]?.split('\n\nAnswer each')[0] ?? '').matchAll(/^(\d+)\. (?:– )?(.+)$/gm)].map(
    ([, number, text = '']) => ({ number: Number(number), text }),
  )

function gapOf({ number, text }: Sentence) {
  const [word] = text.match(/(?<=\s)\p{L}{5,}(?=[^\p{L}]*$)/u) ?? []
  if (!word) return []
  const question = text.replace(new RegExp(`${word}(?=[^\\p{L}]*$)`, 'u'), '_____')
  return [{ sentence: number, type: 'cloze', question, answers: [word], wrong: [] }]
}

type Gap = { readonly n: number; readonly stem: string }

const gapsOf = (prompt: string): Gap[] =>
  [...prompt.matchAll(/^(\d+)\. (.*_____.*)$/gm)].map(([, n, stem = '']) => ({ n: Number(n), stem }))

function answerOf({ n, stem }: Gap, sentences: readonly Sentence[]) {
  const [before = '', after = ''] = stem.split('_____')
  const said = sentences.find(({ text }) => text.startsWith(before) && text.endsWith(after))
  const answer = said?.text.slice(before.length, said.text.length - after.length) ?? '?'
  return { n, answers: [answer], sentence: said?.number ?? 0 }
}
