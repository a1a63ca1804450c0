const END = /<\/think(?:ing)?>/i
const START = /<think(?:ing)?>/i

/**
 * The reply of a model without what it thinks first. Some servers leave that in, and some leave out the tag that opens it; a reply
 * that begins as JSON has thought nothing, whatever its strings say. A thought without end leaves nothing. Linear.
 */
export function withoutThinking(reply: string): string {
  const text = reply.trim()
  if (/^[[{`]/.test(text)) return text
  const [last = '', ...before] = text.split(END).reverse()
  let answer = beforeThought(last)
  for (const thought of before) {
    if (!START.test(thought)) break
    answer = beforeThought(thought) + answer
  }
  return answer.trim()
}

const beforeThought = (text: string): string => text.split(START)[0] ?? ''
