import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App } from './app/app';
import { openForPrint } from './app/open-for-print';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
openForPrint();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
