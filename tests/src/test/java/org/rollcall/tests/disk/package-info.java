/** The agent on a disk that takes nothing more. */
package org.rollcall.tests.disk;
