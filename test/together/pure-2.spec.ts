import { runTogether } from '../support/run-together';

runTogether('pure', 1, 3);
