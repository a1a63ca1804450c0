import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { beforeEach, describe, expect, it } from 'vitest'
import { dropDraftsOfOthers } from '@/components/ui/form-draft'
import { LiveRegion } from '@/components/ui/live-region'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { aCard } from '@/test/study-cards'
import { type CardEdited, CardEditor } from './card-editor'

const words = { stem: 'Which lake is deep?', key: ['Issyk-Kul'], wrong: [] }

const REFUSED: CardEdited = { kind: 'refused', reason: 'checks', said: [] }

function open(edited = REFUSED, { owner = 'ada', deckId = 'd' } = {}) {
  cleanup()
  const card = aCard({ words, deckId })
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      <CardEditor card={card} owner={owner} action={async () => edited} onSaved={cleanup} onClose={cleanup} />
    </NextIntlClientProvider>,
  )
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Question' })
}

const write = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Question' }), { target: { value: text } })
const isDraft = () => screen.queryByText(common.draft.note) !== null

describe('the draft of a card', () => {
  beforeEach(() => sessionStorage.clear())

  it('is restored after Escape and after leaving the page', () => {
    for (const leave of [() => fireEvent.keyDown(screen.getByRole('form'), { key: 'Escape' }), cleanup]) {
      open()
      write('Which lake is the deepest?')
      leave()
      expect(open().value).toBe('Which lake is the deepest?')
      expect(isDraft()).toBe(true)
    }
  })

  it('is announced by the live region when a form starts with it', () => {
    const said = () => render(<LiveRegion />).container.textContent
    open()
    write('Which lake is the deepest?')
    const before = said()
    open()
    const after = said()
    expect(after).not.toBe(before)
    expect(after?.trim()).toBe(common.draft.note)
    expect(screen.getAllByRole('status')).toHaveLength(1)
  })

  it('is discarded by Cancel and by starting over', () => {
    open()
    write('Which?')
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(open().value).toBe(words.stem)
    expect(isDraft()).toBe(false)
    write('Which?')
    const again = open()
    fireEvent.click(screen.getByRole('button', { name: common.draft.startOver }))
    expect(again.value).toBe(words.stem)
    expect(open().value).toBe(words.stem)
  })

  it('is restored only for the same learner and deck', () => {
    open()
    write('Which lake is the deepest?')
    expect(open(REFUSED, { deckId: 'copy' }).value).toBe(words.stem)
    expect(open(REFUSED, { owner: 'bek' }).value).toBe(words.stem)
    expect(open().value).toBe('Which lake is the deepest?')
  })

  it('is deleted when another learner or a stranger uses the tab', () => {
    for (const next of ['bek', null]) {
      open()
      write('Which lake is the deepest?')
      dropDraftsOfOthers('ada')
      expect(open().value).toBe('Which lake is the deepest?')
      dropDraftsOfOthers(next)
      expect(sessionStorage).toHaveLength(0)
    }
  })

  it('is kept if the server refuses it, and deleted when the server has saved it', async () => {
    open()
    write('Which?')
    fireEvent.submit(screen.getByRole('form'))
    await screen.findByText(/Look at this/)
    expect(open({ kind: 'saved', faces: [], said: [] }).value).toBe('Which?')
    fireEvent.submit(screen.getByRole('form'))
    await expect.poll(() => screen.queryByRole('form')).toBeNull()
    expect(open().value).toBe(words.stem)
  })
})
