import { expect, it } from 'vitest'
import { reasonBesideEvidence } from './reason-beside-evidence'

const EVIDENCE = 'Kyrgyzstan developed relations with three groups of partners: - neighbours - major powers'

it('omits sentences that repeat the evidence', () => {
  expect(reasonBesideEvidence('Kyrgyzstan developed relations with three groups of partners.', EVIDENCE)).toBe('')
  expect(
    reasonBesideEvidence(
      'The text says three. The text says: Kyrgyzstan developed relations with three groups of partners.',
      EVIDENCE,
    ),
  ).toBe('The text says three.')
})

it('keeps the introduction of a quotation if it has a meaning of its own', () => {
  expect(reasonBesideEvidence('The text names “Osh” elsewhere: Osh is in the south.', 'Osh is in the south.')).toBe(
    'The text names “Osh” elsewhere.',
  )
})

it('keeps every word that is not in the evidence', () => {
  for (const reason of [
    'The text never mentions Osh.',
    '“the West” is in another list: the six main tasks of Kyrgyz foreign policy.',
    'Three.',
    '',
  ])
    expect(reasonBesideEvidence(reason, EVIDENCE)).toBe(reason)
})
