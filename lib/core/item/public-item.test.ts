import { describe, expect, it } from 'vitest'
import { generate } from './generate'
import { publicItem } from './public-item'

const TEXT = 'Harbours\n\nThe harbour of Oslo was opened in 1891. The lighthouse has seven lamps in the northern tower.'

describe('publicItem', () => {
  it('shows id, type, stem, options and how many answers there are, and nothing else', () => {
    const { items } = generate({ title: null, text: TEXT, format: 'txt' })
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) {
      expect(Object.keys(publicItem(item)).sort()).toEqual(['answers', 'id', 'options', 'stem', 'type'])
    }
  })

  it('has no word of key, reasons or evidence', () => {
    const hidden = 'hidden-away'
    const shown = publicItem({
      id: 'i',
      type: 'short-answer',
      tier: 'A',
      factIds: [hidden],
      stem: 'Who?',
      options: [],
      key: [hidden],
      accepted: [[hidden]],
      explanation: hidden,
      distractorReasons: { a: hidden },
      evidence: [{ start: 0, end: 1, quote: hidden }],
    })
    expect(JSON.stringify(shown)).not.toContain(hidden)
  })
})
