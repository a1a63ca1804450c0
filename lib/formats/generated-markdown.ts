import { type Generated, type Item, writeItem } from '../core/item/item'
import { isArranged } from '../core/question-types/registry'

/** For people to read: each fact with its quote and the items that ask it. Right options are ticked. */
export function generatedMarkdown({ document, engine, facts, items, refused }: Generated): string {
  const parts = [`# ${document.title}`, `${facts.length} facts, ${items.length} items, engine ${engine}.`]
  for (const fact of facts) {
    const asking = items.filter(({ factIds }) => factIds[0] === fact.id)
    if (asking.length === 0) continue
    const [proof] = fact.spans
    parts.push(`## ${fact.statement}`)
    if (proof) parts.push(`> ${document.text.slice(proof.start, proof.end).replaceAll('\n', ' ')}`)
    parts.push(...asking.map(itemMarkdown))
  }
  const counts = Object.entries(refused).map(([check, count]) => `${check} ${count}`)
  if (counts.length > 0) parts.push(`Refused: ${counts.join(', ')}.`)
  return `${parts.join('\n\n')}\n`
}

function itemMarkdown(item: Item): string {
  const { type, tier, stem, options, key } = writeItem(item)
  const head = `**${type}** (${tier}) ${stem}`
  // Of an ordering and of pairs every option is right; what is asked is where.
  if (options.length === 0 || isArranged(type)) return `${head}\n→ ${key.join('; ')}`
  return [head, '', ...options.map((option) => `- [${key.includes(option) ? 'x' : ' '}] ${option}`)].join('\n')
}
