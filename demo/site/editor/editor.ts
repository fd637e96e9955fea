/** The program of the page where an editor makes polls. */
import { PollDesk } from './poll-desk.js';
import { PollEmbed } from './poll-embed.js';
import { PollForm } from './poll-form.js';
import { PollPage } from './poll-page.js';
import { PollPreview } from './poll-preview.js';
import { PollResults } from './poll-results.js';

customElements.define('poll-embed', PollEmbed);
customElements.define('poll-form', PollForm);
customElements.define('poll-preview', PollPreview);
customElements.define('poll-results', PollResults);
customElements.define('poll-page', PollPage);
customElements.define('poll-desk', PollDesk);

document.getElementById('desk')?.append(document.createElement('poll-desk'));
