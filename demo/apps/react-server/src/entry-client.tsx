import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.js';

const place = document.querySelector('main');
if (place) {
  hydrateRoot(
    place,
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
