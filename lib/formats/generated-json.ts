import { type Generated, type Item, writeItem } from '../core/item/item'

/** What `npm run generate -- FILE --format json` prints: a contract that measuring scripts read. */
export function generatedJson({ document, engine, facts, items, refused }: Generated): string {
  const content = {
    document: { title: document.title, text: document.text, hash: document.hash },
    engine,
    facts: facts.map(({ id, kind, statement, spans }) => ({ id, kind, statement, spans })),
    items: items.map(itemJson),
    refused,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function itemJson(typed: Item) {
  const item = writeItem(typed)
  return {
    id: item.id,
    factId: item.factIds[0],
    ...(item.factIds.length > 1 ? { factIds: item.factIds } : {}),
    type: item.type,
    tier: item.tier,
    stem: item.stem,
    ...(item.options.length > 0 ? { options: item.options } : {}),
    key: item.key,
    explanation: item.explanation,
    ...(Object.keys(item.distractorReasons).length > 0 ? { distractorReasons: item.distractorReasons } : {}),
    ...(Object.keys(item.distractorProofs).length > 0 ? { distractorProofs: item.distractorProofs } : {}),
    evidence: item.evidence,
  }
}
