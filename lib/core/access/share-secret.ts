import { z } from 'zod'

/** The last part of a link that opens a deck: 128 bits as base64url. Parse it at the door. */
export const ShareSecret = z
  .string()
  .regex(/^[\w-]{22}$/)
  .brand<'ShareSecret'>()

export type ShareSecret = z.infer<typeof ShareSecret>
