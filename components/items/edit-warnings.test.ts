import { expect, it } from 'vitest'
import { contextOf } from '@/lib/core/check/check-result'
import { judge } from '@/lib/core/check/judge-written'
import { structureDocument } from '@/lib/core/document/structure-document'
import type { Composition } from '@/lib/core/item/compose'
import { compose } from '@/lib/core/item/compose'
import { writeItem } from '@/lib/core/item/item'
import { editWarnings, mustConfirm } from './edit-warnings'
import type { ListedDocument } from './items-types'

const QUOTE = 'The harbour of Marrow was opened in 1846 by the engineer Ada Quill.'
const DOCUMENT = structureDocument({
  title: 'Harbours',
  text: `# Marrow\n\n${QUOTE} Its quay is not built of stone but of oak.\n\n# Brill\n\nThe harbour of Brill was closed in 1871.`,
  format: 'md',
})
const { headings } = contextOf(DOCUMENT, { stems: [] })
const LISTED: ListedDocument = {
  ...{ title: DOCUMENT.title, language: 'eng', headings, isByHand: false, stated: [] },
  parts: [{ start: 0, text: DOCUMENT.text, blocks: [] }],
}
const OPENED: Composition = {
  type: 'short-answer',
  stem: 'In which year was the harbour of Marrow opened?',
  key: ['1846'],
  wrong: [],
}

const codesOf = (written: Composition, document = LISTED) =>
  editWarnings(document, written, [QUOTE]).findings.map(({ code }) => code)

it.each([
  ['nothing in a good item', OPENED],
  ['a name that the text does not have', { ...OPENED, stem: 'In which year was the harbour of Lisbon opened?' }],
  ['a question word that the answer does not fit', { ...OPENED, stem: 'Who opened the harbour of Marrow?' }],
  ['an answer that the sentence does not give', { ...OPENED, key: ['1871'] }],
  ['a question in another language', { ...OPENED, stem: 'В каком году была открыта гавань?' }],
  ['an option of another kind', { ...OPENED, type: 'choice' as const, wrong: ['1850', '1861', 'Ada Quill'] }],
])('finds in the browser what the server finds: %s', (_, written) => {
  const composed = compose(written, 0)
  if (composed.kind === 'rejected') throw new Error(composed.reason)
  const start = DOCUMENT.text.indexOf(QUOTE)
  const evidence = [{ start, end: start + QUOTE.length, quote: QUOTE }]
  const item = writeItem({ ...composed.item, id: '', tier: 'A', factIds: [], explanation: QUOTE, evidence })
  const found = judge(item, contextOf(DOCUMENT, { stems: [] })).map(({ code }) => code)
  expect(codesOf(written)).toEqual(found)
  expect(found.length > 0).toBe(written !== OPENED)
})

it('asks to confirm a fault, and not a doubt', () => {
  const doubtful = { ...OPENED, stem: 'Was it 1846?', key: ['1846'] }
  const cut = editWarnings(LISTED, { ...OPENED, stem: 'Marrow opened when?' }, [QUOTE])
  expect(cut.findings.map(({ code }) => code)).toEqual(['too-short'])
  expect(mustConfirm(cut)).toBe(false)
  expect(mustConfirm(editWarnings(LISTED, doubtful, [QUOTE]))).toBe(true)
})

it('finds nothing in a card of a deck without a document', () => {
  expect(codesOf({ type: 'flashcard', stem: 'муз', key: ['ice'], wrong: [] }, { ...LISTED, isByHand: true })).toEqual(
    [],
  )
})
