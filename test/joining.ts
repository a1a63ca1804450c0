import type { Viewer } from '@/lib/core/access/viewer'
import { createClass } from '@/lib/data/classes/classes'
import { joinClass } from '@/lib/data/classes/join-class'
import { NOW } from '@/test/factories'

export const GUESSED = '7d8a4c1e-3f52-4b7a-9a6e-1c2d3e4f5a6b'

let addresses = 0

export const anAddress = () => `10.0.0.${++addresses}`

export async function opened(teacher: Viewer, name = 'History 10-B') {
  const made = await createClass(teacher, { name }, NOW)
  if (made.kind === 'rejected') throw new Error(made.reason)
  return made
}

export async function joined(code: string, name: string, viewer: Viewer | null = null) {
  const result = await joinClass({ code, name, address: anAddress() }, viewer, NOW)
  if (result.kind === 'rejected') throw new Error(result.reason)
  return result
}
