import { Masthead } from '@/components/ui/masthead'
import { getViewer } from '@/lib/session'
import { NotFoundPage } from './not-found-page'

export default async function NotFound() {
  return (
    <>
      <Masthead viewer={await getViewer()} />
      <NotFoundPage />
    </>
  )
}
