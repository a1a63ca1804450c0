import { search } from '@/lib/data/search/search'

export const TEXT = `# Towns

Karakol \u{1f9f5} lies at the eastern end of the lake. It was founded in 1869.

## Passes

The Torugart pass leads to Kashgar. Lorries wait there for days.
`

export const ITEMS = [
  { type: 'flashcard', stem: 'Where does the Torugart lead?', key: ['Kashgar'] },
  { type: 'short-answer', stem: 'When was Karakol founded?', key: ['zanzibar'] },
  { type: 'choice', stem: 'Which of the towns is the oldest town of all towns?', key: ['Osh'], tier: 'B' },
] as const

export const pieces = (some: readonly { text: string; lit: boolean }[] | null) =>
  some?.map(({ text, lit }) => (lit ? `[${text}]` : text)).join('') ?? null

export const stems = async (viewer: Parameters<typeof search>[0], typed: string) =>
  (await search(viewer, typed)).items.hits.map(({ stem }) => pieces(stem))
