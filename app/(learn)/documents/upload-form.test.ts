import { expect, it } from 'vitest'
import { afterImport, readUpload } from './upload-form'

it.each([
  ['assistant', 0, 'assistant'],
  ['assistant', 3, 'items'],
  ['hand', 0, 'items'],
] as const)('a text kept for %s, with %i items of the rules, opens on: %s', async (keepEmpty, items, next) => {
  const form = new FormData()
  form.set('text', 'Көл')
  form.set('keepEmpty', keepEmpty)
  const { wish, isForAssistant } = await readUpload(form)
  expect(wish.keepEmpty).toBe(true)
  expect(afterImport({ items }, { model: null, isForAssistant })).toBe(next)
})
