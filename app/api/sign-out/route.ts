import { getViewer, signOut } from '@/lib/session'

/** A plain form's address, so that signing out works before any script. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 })
  const form = await request.formData()
  const viewer = await getViewer()
  if (viewer?.identityKind === 'guest' && form.get('sure') !== 'yes') return goTo('/sign-out')
  await signOut()
  return goTo('/')
}

// The cookie is SameSite=Lax already; an old browser may not know that.
function isFromHere(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return origin === null || (URL.canParse(origin) && new URL(origin).host === host)
}

// Relative: behind a proxy this server does not know its own address.
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}
