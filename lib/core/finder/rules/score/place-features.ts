import type { Item } from '../../../item/item'
import { marks } from './answer-features'
import { bucket } from './bucket'

const SENTENCE_END = /[.!?]["”’)]? \p{Lu}/gu
const CONNECTIVE =
  /^(?:However|Thus|Therefore|Hence|Moreover|Furthermore|Additionally|In addition|For example|For instance|In fact|Indeed|Instead|Nevertheless|Nonetheless|Similarly|Likewise|Consequently|As a result|In contrast|By contrast|On the other hand|Also|Then|Still|Yet|But|And|So|Finally|First|Second|Third|Next|Rather|Specifically|In particular|In other words|Meanwhile|Later|Here|Again|Of course|Today|Now),? /u
const VERB =
  /\b(?:is|are|was|were|has|have|had|can|may|includes?|included|becomes?|became|uses?|used|develops?|developed|allows?|allowed|makes?|made|provides?|provided|causes?|caused|contains?|contained|consists?|forms?|formed|produces?|produced|requires?|required|begins?|began|leads?|led|takes?|took|gives?|gave|creates?|created|helps?|helped|established|founded|published|invented|discovered|introduced|called|known|located|considered|believed|argued|found|born|died|built|won|wrote|defeated|conquered|signed|passed|refers?|means?|occurs?|occurred|results?|resulted|increases?|increased|tends?|remains?|remained|serves?|served|plays?|played)\b/u

// Four sentences back all are far; a text in one paragraph would be read anew for each item.
const FAR = 6_000

/** Where the proof of an item stands: what opens a paragraph leans on less than what goes on from it. */
export function placeMarks({ evidence, stem }: Item, text: string): string[] {
  const [first] = evidence
  if (!first) return []
  const said = text.slice(Math.max(0, first.start - FAR), first.start)
  const paragraph = said.slice(said.lastIndexOf('\n') + 1)
  const before = (paragraph.match(SENTENCE_END) ?? []).length
  const isFirst = paragraph.trim().length < 3
  const verb = VERB.exec(stem)?.[0]
  return [
    `place=${isFirst ? 'first' : bucket(before, 0, 1, 3)}`,
    ...(verb === undefined ? [] : [`verb=${verb}`]),
    ...(/\b[Tt]he _/.test(stem) ? ['gap-the'] : /\b[Aa]n? _/.test(stem) ? ['gap-a'] : []),
    ...marks({ 'place-connective': CONNECTIVE.test(first.quote) }),
  ]
}
