import { SiteHeader } from '@/components/ui/site-header'
import { getViewer } from '@/lib/session'
import { NotFoundPage } from './not-found-page'

export default async function NotFound() {
  return (
    <>
      <SiteHeader viewer={await getViewer()} />
      <NotFoundPage />
    </>
  )
}
