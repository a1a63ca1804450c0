import 'server-only'
import type { Viewer } from './core/people/viewer'
import { findAccount } from './data/people/account'
import { env } from './env'

/** Whether the viewer may see what concerns the whole server: by the e-mail of their account, named in BILIM_OPERATORS. */
export async function isOperator(viewer: Viewer): Promise<boolean> {
  if (env.BILIM_OPERATORS.length === 0 || viewer.identityKind !== 'account') return false
  const { email } = await findAccount(viewer)
  return email !== null && env.BILIM_OPERATORS.includes(email)
}
