/** What is built for installation, built and run as an administrator would. */
package org.rollcall.tests.packages;
