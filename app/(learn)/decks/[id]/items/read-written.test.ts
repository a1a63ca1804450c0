import { expect, it } from 'vitest'
import { readWritten } from './read-written'

const lines = (count: number, text = 'x') => Array.from({ length: count }, (_, at) => `${text}${at}`).join('\n')

function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ stem: 'Who?', key: 'Ada', wrong: '', type: 'choice', ...fields }))
    form.set(name, value)
  return readWritten(form)
}

it('reads an item with the sentences that prove it', () => {
  const item = read({ wrong: 'Tom\nJane', 'reason.Tom': 'He kept it.', wasEvidence: '3-9,12-20' })
  expect(item).toMatchObject({
    kind: 'read',
    written: { wrong: ['Tom', 'Jane'], reasons: { Tom: 'He kept it.' }, evidence: [{ start: 3, end: 9 }, {}] },
  })
})

it.each([
  ['a question', { stem: 'x'.repeat(2_000) }, { stem: 'x'.repeat(2_001) }],
  ['a wrong option', { wrong: 'x'.repeat(2_000) }, { wrong: 'x'.repeat(2_001) }],
  ['another spelling', { 'accepted.0': 'x'.repeat(2_000) }, { 'accepted.0': 'x'.repeat(2_001) }],
  ['a reason', { 'reason.Tom': 'x'.repeat(2_000) }, { 'reason.Tom': 'x'.repeat(2_001) }],
  ['the answers', { key: lines(50) }, { key: lines(51) }],
  ['a card', { type: 'flashcard', key: lines(60) }, { type: 'flashcard', key: lines(2_000, 'xxxxx') }],
])('refuses %s that is longer than what is saved, and keeps the words', (_, longest, longer) => {
  expect(read(longest).kind).toBe('read')
  const { key = 'Ada' } = longer as { key?: string }
  expect(read(longer)).toMatchObject({ kind: 'refused', reason: 'too-long', edit: { key: key.split('\n') } })
})
