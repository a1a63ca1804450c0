import { isSameOrigin } from '@/lib/same-origin'
import { getViewer, signOut } from '@/lib/session'

/** The target of a plain form, so that signing out works before scripts run. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const form = await request.formData()
  const viewer = await getViewer()
  if (viewer?.identityKind === 'guest' && form.get('sure') !== 'yes') return goTo('/sign-out')
  await signOut()
  return goTo('/')
}

// Relative, because the server does not know its own address behind a proxy.
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}
