import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { createQueryClient } from './api/query-client';
import { App } from './app/app';
import { firstNeeds } from './app/first-needs';
import { openForPrint } from './app/open-for-print';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
openForPrint();
const client = createQueryClient();
void firstNeeds(client).then(() =>
  // In pieces, between which an old computer can answer.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  ),
);
