import { describe, expect, it } from 'vitest'
import { frontMatterOf } from './front-matter'

describe('front matter', () => {
  it('is YAML or TOML between fences at the very start', () => {
    const yaml = '---\ntitle: Harbours\ntags:\n  - sea\n- ships\n---'
    expect(frontMatterOf(`${yaml}\n\nShips need water.`)).toBe(yaml)
    expect(frontMatterOf('+++\ntitle = "Harbours"\n+++')).toBe('+++\ntitle = "Harbours"\n+++')
  })

  it('is no prose between two rules', () => {
    expect(frontMatterOf('---\nPlain words\n\n---\n\nMore words.')).toBe('')
    expect(frontMatterOf('---\n\n---\n')).toBe('')
    expect(frontMatterOf('Words.\n---\ntitle: no\n---')).toBe('')
  })
})
