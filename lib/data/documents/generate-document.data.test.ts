import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aLongText, contentOf, expectKept, importing, madeOf, paste, study } from '@/test/long-document'
import { longText } from '@/test/long-text'
import { generate } from '../../core/generation/rules/generate'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { write } from '../../core/question-types/registry'
import { db } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { readDocument } from '../decks/document-text'
import { listShownRevisions, type ShownRevision } from '../decks/shown-items'
import { listDecks } from '../progress/list-decks'
import { deleteDocument } from './delete-deck'
import { cancelGeneration, findGenerationProgress } from './generation-job'
import { importDocument } from './import-document'

useDatabase()

/** As the list of decks says it. */
const isGenerating = async (owner: Viewer, deckId: DeckId) =>
  (await listDecks(owner, { from: 0, size: 24 }, NOW)).decks.find(({ id }) => id === deckId)?.isGenerating

describe('a long document', () => {
  it('is studied from its first cards on, with its whole text, while the rest is made', async () => {
    const owner = await aLearner()
    const text = aLongText()
    let studied: Awaited<ReturnType<typeof study>> | null = null
    let early = 0
    const { ended, started } = await importing(owner, text, async ({ deckId, cards }) => {
      expect(cards).toBeGreaterThan(0)
      expect((await readDocument(owner, deckId))?.text).toBe(text)
      studied = await study(owner, deckId)
      early = (await listShownRevisions(owner, deckId)).length
      expect(await findGenerationProgress(owner, deckId)).toMatchObject({ kind: 'generating' })
      expect(await isGenerating(owner, deckId)).toBe(true)
    })
    if (ended.kind !== 'imported' || !started || !studied) throw new Error(ended.kind)
    expect(ended).toMatchObject({ fresh: true, complete: true, deckId: started.deckId })
    expect(await findGenerationProgress(owner, ended.deckId)).toEqual({ kind: 'complete' })
    expect(await isGenerating(owner, ended.deckId)).toBe(false)
    const whole = await listShownRevisions(owner, ended.deckId)
    expect(whole.length).toBeGreaterThan(early)
    const { document } = generate({ title: 'A text', text, format: 'md' })
    expect((await readDocument(owner, ended.deckId))?.blocks).toEqual(document.blocks)
    await expectKept(studied)
  })

  it('is in the end what the engine makes of it in one piece, in the same order', { tags: ['long'] }, async () => {
    const text = aLongText()
    const { ended } = await importing(await aLearner(), text)
    if (ended.kind !== 'imported') throw new Error(ended.kind)
    expect(await contentOf(ended.documentId)).toEqual(madeOf(text))
    expect(ended.refused).toEqual(generate({ title: 'A text', text, format: 'md' }).refused)
  })

  it('tells its pages as they are read', async () => {
    const owner = await aLearner()
    const { started } = await importing(owner, aLongText(), async ({ deckId }) => {
      const state = await findGenerationProgress(owner, deckId)
      if (state?.kind !== 'generating') throw new Error(state?.kind)
      expect(state.page).toBeGreaterThan(1)
      expect(state.page).toBeLessThan(state.pages)
    })
    expect(started).not.toBeNull()
  })

  it('keeps what its author decided meanwhile', async () => {
    const owner = await aLearner()
    const decided: string[] = []
    const { ended } = await importing(owner, aLongText(), async ({ deckId }) => {
      const [first, second] = await listShownRevisions(owner, deckId)
      if (!first || !second) throw new Error('nothing is shown')
      await chooseItem(owner, deckId, first.itemId, { choice: 'rejected', revisionId: null }, NOW)
      await chooseItem(owner, deckId, second.itemId, { choice: 'accepted', revisionId: second.revision.id }, NOW)
      decided.push(first.itemId, second.itemId)
    })
    if (ended.kind !== 'imported') throw new Error(ended.kind)
    const shown = (await listShownRevisions(owner, ended.deckId)).map(({ itemId }) => itemId)
    expect(shown).not.toContain(decided[0])
    expect(shown).toContain(decided[1])
  })

  it('takes back what its end speaks against, and not what was learned of it', async () => {
    const owner = await aLearner()
    const filler = `${Array.from({ length: 160 }, () => 'They went on and on with that.').join(' ')}\n\n`.repeat(4)
    const text = `The harbour of Oslo was opened in 1891.\n\n${filler}The harbour of Oslo was opened in 1903.`
    const asksOrSays1891 = ({ revision }: ShownRevision) =>
      write(revision).key.join() === '1891' || (revision.type === 'true-false' && revision.stem.includes('1891'))
    let studied: Awaited<ReturnType<typeof study>> | null = null
    const { ended } = await importing(owner, text, async ({ deckId }) => {
      const shown = await listShownRevisions(owner, deckId)
      expect(shown.some(asksOrSays1891)).toBe(true)
      studied = await study(owner, deckId)
    })
    if (ended.kind !== 'imported' || !studied) throw new Error(ended.kind)
    const shown = await listShownRevisions(owner, ended.deckId)
    expect(shown.filter(asksOrSays1891)).toEqual([])
    await expectKept(studied)
  })
})

describe('a short document', () => {
  it('is saved whole, without a beginning', async () => {
    const { ended, started } = await importing(await aLearner(), `${longText(900)}\n\nNote ${randomUUID()}.`)
    expect(ended).toMatchObject({ kind: 'imported', complete: true })
    expect(started).toBeNull()
  })
})

describe('meanwhile', () => {
  it('the same text again leads to the same deck', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, started } = await importing(owner, text, async ({ deckId }) => {
      const again = await importDocument(owner, paste(text), {}, NOW)
      expect(again).toMatchObject({ kind: 'imported', deckId, fresh: false, complete: false, begun: 'nothing' })
    })
    expect(ended).toMatchObject({ kind: 'imported', complete: true, deckId: started?.deckId })
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(1)
  })

  it('the same text again makes the rest where its making was stopped', { tags: ['long'] }, async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { started } = await importing(owner, text, ({ documentId }) => cancelGeneration(owner, documentId))
    const again = await importing(owner, text)
    const opened = { fresh: false, begun: 'rest', complete: true }
    expect(again.ended).toMatchObject({ kind: 'imported', deckId: started?.deckId, ...opened })
    expect(again.started?.cards).toBeGreaterThan(0)
    if (!started) throw new Error('It did not start.')
    expect(await contentOf(started.documentId)).toEqual(madeOf(text))
  })

  it('the document may be deleted, and nothing of it comes back', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), async ({ documentId }) => {
      expect(await deleteDocument(owner, documentId)).toEqual({ kind: 'deleted' })
    })
    expect(ended).toEqual({ kind: 'rejected', reason: 'deleted' })
    if (!started) throw new Error('It did not start.')
    for (const left of [
      db().document.count({ where: { id: started.documentId } }),
      db().fact.count({ where: { documentId: started.documentId } }),
      db().generationJob.count({ where: { documentId: started.documentId } }),
    ]) {
      expect(await left).toBe(0)
    }
  })
})
