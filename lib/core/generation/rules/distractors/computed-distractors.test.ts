import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../../document/structure-document'
import { findClaims } from '../find-claims'
import { computedYears } from './computed-distractors'

function wrongYears(text: string, known: readonly string[] = []): number[] {
  const document = structureDocument({ title: null, text, format: 'txt' })
  const claims = [...findClaims(document, 'txt', () => {})].flatMap((found) => found.claims)
  const claim = claims.find(({ fact }) => fact.kind === 'date')
  if (!claim) throw new Error('The text has no date.')
  return computedYears(claim, new Set(known)).flatMap(({ text: date }) => (date.match(/\d{4}/g) ?? []).map(Number))
}

describe('computed years', () => {
  it('are no guess at the future', () => {
    const years = wrongYears('Oslo\n\nThe harbour of Oslo was opened in 2023 by a Danish engineer.')
    expect(years.length).toBeGreaterThan(0)
    expect(Math.max(...years)).toBeLessThanOrEqual(2025)
  })

  it('are none that the document names', () => {
    const text = 'Oslo\n\nThe harbour of Oslo was opened in 1951 by a Danish engineer.'
    expect(wrongYears(text)).toContain(1953)
    expect(wrongYears(text, ['1953'])).not.toContain(1953)
  })

  it('are decades where the dates of the fact are', () => {
    const years = wrongYears('Oslo\n\nThe old harbour of Oslo was in use from 1620 to 1680 in all seasons.')
    expect(years.length).toBeGreaterThan(0)
    expect(years.filter((year) => year % 10 !== 0)).toEqual([])
  })
})
