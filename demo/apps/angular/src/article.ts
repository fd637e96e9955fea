import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { ShareEvent, VoteEvent } from 'riac-widgets';
import 'riac-widgets';

@Component({
  selector: 'app-article',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './article.html',
})
export class Article {
  readonly article = signal(1);
  readonly events = signal<string[]>([]);
  readonly words = { vote: 'Send my vote' };

  next() {
    this.article.update((article) => article + 1);
  }

  voted({ type, item, vote }: VoteEvent) {
    this.#tell(`${type} ${item} ${JSON.stringify(vote)}`);
  }

  shared({ type, network }: ShareEvent) {
    this.#tell(`${type} ${network}`);
  }

  #tell(event: string) {
    this.events.update((events) => [...events, event]);
  }
}
