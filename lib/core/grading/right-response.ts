import { isPaired, pairsOf } from '../item/pairs'
import { type Gradable, isTyped } from './grade'
import type { Response } from './response'

/** The answer that earns all points. */
export function rightResponse(question: Pick<Gradable, 'type' | 'key' | 'options'>): Response {
  const { type, key } = question
  if (isTyped(type)) return { kind: 'text', texts: key }
  if (isPaired(type)) return { kind: 'pairs', chosen: pairsOf(question).map(({ right }) => right) }
  if (type === 'ordering') return { kind: 'order', entries: key }
  return type === 'multiple' ? { kind: 'multiple', options: key } : { kind: 'choice', option: key[0] ?? '' }
}
