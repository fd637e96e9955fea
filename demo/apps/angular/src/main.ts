import { bootstrapApplication } from '@angular/platform-browser';
import { Article } from './article';

bootstrapApplication(Article).catch((error: unknown) => console.error(error));
