import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from './frame/providers.tsx'
import { router } from './frame/router.tsx'
import './theme/base.css'
import './theme/frame.css'
import './theme/pages.css'
import './theme/wall.css'
import './theme/paper.css'
import './theme/work.css'
import './theme/lists.css'
import './theme/map.css'
import './theme/selection.css'
import './theme/imports.css'
import './theme/sheets.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
)
