import { type Depth, isWithin, type Place, rankGenerated } from '../core/generation/depth'
import type { Generated, GeneratedItem } from '../core/generation/generated'
import { type Item, writeItem } from '../core/item/item'
import { isArrangement } from '../core/question-types/registry'
import { writeCsv } from './write-csv'

/** What `npm run generate -- FILE --format json` prints: a contract that measuring scripts read. `depth` decides what is shown. */
export function generatedJson(generated: Generated, depth: Depth = 'balanced'): string {
  const { document, engine, facts, items, refused } = generated
  const places = rankGenerated(generated)
  const content = {
    document: { title: document.title, text: document.text, hash: document.hash },
    engine,
    facts: facts.map(({ id, kind, statement, spans }) => ({ id, kind, statement, spans })),
    items: items.map((item) => itemJson(item, places.get(item.id), depth)),
    refused,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function itemJson(generated: GeneratedItem, place: Place | undefined, depth: Depth) {
  const item = writeItem(generated)
  return {
    id: item.id,
    factId: item.factIds[0],
    ...(item.factIds.length > 1 ? { factIds: item.factIds } : {}),
    type: item.type,
    tier: item.tier,
    finder: generated.finder,
    rank: place?.rank,
    shown: item.tier === 'A' && place !== undefined && isWithin(place, depth),
    stem: item.stem,
    ...(item.options.length > 0 ? { options: item.options } : {}),
    key: item.key,
    explanation: item.explanation,
    ...(Object.keys(item.distractorReasons).length > 0 ? { distractorReasons: item.distractorReasons } : {}),
    ...(Object.keys(item.distractorEvidence).length > 0 ? { distractorEvidence: item.distractorEvidence } : {}),
    evidence: item.evidence,
  }
}

const COLUMNS = ['id', 'type', 'tier', 'stem', 'options', 'key', 'explanation', 'evidence'] as const
const BETWEEN = ' | '

/** One item a line; several options, answers or quotes in a cell are parted by " | ". */
export function generatedCsv({ items }: Generated): string {
  return writeCsv([COLUMNS, ...items.map(cells)])
}

function cells(typed: Item): string[] {
  const item = writeItem(typed)
  const quotes = item.evidence.map((evidence) => evidence.quote)
  const lists = { options: item.options.join(BETWEEN), key: item.key.join(BETWEEN), evidence: quotes.join(BETWEEN) }
  return COLUMNS.map((column) => (column in lists ? lists[column as keyof typeof lists] : String(item[column])))
}

/** For people to read: each fact with its quote and the items that ask it. Right options are ticked. */
export function generatedMarkdown({ document, engine, facts, items, refused }: Generated): string {
  const parts = [`# ${document.title}`, `${facts.length} facts, ${items.length} items, engine ${engine}.`]
  for (const fact of facts) {
    const asking = items.filter(({ factIds }) => factIds[0] === fact.id)
    if (asking.length === 0) continue
    const [first] = fact.spans
    parts.push(`## ${fact.statement}`)
    if (first) parts.push(`> ${document.text.slice(first.start, first.end).replaceAll('\n', ' ')}`)
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
  if (options.length === 0 || isArrangement(type)) return `${head}\n→ ${key.join('; ')}`
  return [head, '', ...options.map((option) => `- [${key.includes(option) ? 'x' : ' '}] ${option}`)].join('\n')
}
