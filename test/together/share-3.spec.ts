import { runTogether } from '../support/run-together';

runTogether(2, 4);
