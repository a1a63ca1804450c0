import { expect, it } from 'vitest'
import { withoutThinking } from './without-thinking'

it.each([
  ['a thought before the answer', '<think>Who?</think>\n{"n":1}', '{"n":1}'],
  ['a thought without its beginning', 'Who?</thinking>{"n":1}', '{"n":1}'],
  ['a thought without its end', '<think>Who built it', ''],
  ['thoughts between answers', 'One <think>x</think>two <THINK>y</THINK>three', 'One two three'],
  ['a tag in a string of JSON', '{"key":"a </think> b"}', '{"key":"a </think> b"}'],
  ['no thought', ' 1. Who built it? ', '1. Who built it?'],
])('of %s leaves the answer', (_, reply, answer) => expect(withoutThinking(reply)).toBe(answer))
